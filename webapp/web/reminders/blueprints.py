"""The pages of this area, in the order in which they are registered."""

from webapp.web.reminders import answers, devices, trials

BLUEPRINTS = (devices.pages, trials.pages, answers.pages)
