"""The pages of this area, in the order in which they are registered."""

from webapp.web.reminders import answers, devices, pauses, reminders, snoozes, trials

BLUEPRINTS = (
    reminders.pages,
    answers.pages,
    devices.pages,
    trials.pages,
    pauses.pages,
    snoozes.pages,
)
