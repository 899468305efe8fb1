"""Presets: a person's own one-tap buttons, in their own order (R5)."""

import uuid
from dataclasses import asdict, dataclass, fields

from webapp.domain.account.acting import Acting
from webapp.domain.account.deletions import delete_once
from webapp.domain.account.people import SignedIn
from webapp.domain.shared.changing import changing
from webapp.rules.capture.presets import MOST_PRESETS, NewPreset
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.problems import N_, Invalid, NotFound, Problem
from webapp.storage.account.deletions import Rows
from webapp.storage.capture.presets import Preset, button_rows, presets_of

TOO_MANY_PRESETS = Problem("what", N_("Eight presets are the most. Delete one that you use least."))


@dataclass(frozen=True, slots=True)
class OwnPreset(NewPreset):
    """A preset of a person. place: its position, from 0."""

    id: str = ""
    place: int = 0


def own_presets(acting: Acting) -> list[OwnPreset]:
    """Return the person's presets in their order, at most eight."""
    return [_read(row) for row in presets_of(acting.owner)]


def preset_of(person: SignedIn, preset_id: str) -> OwnPreset:
    """Return the person's own preset with this id, or raise NotFound."""
    row: Preset | None = presets_of(person.id).where(Preset.id == preset_id).first()
    if row is None:
        raise NotFound
    return _read(row)


def add_preset(person: SignedIn, preset: NewPreset) -> str:
    """Add a preset at the end and return its id, or raise Invalid if there are eight."""
    preset_id = str(uuid.uuid4())
    with changing(person):
        last = own_presets(person)
        if len(last) >= MOST_PRESETS:
            raise Invalid(TOO_MANY_PRESETS)
        place = last[-1].place + 1 if last else 0
        Preset.create(person=person.id, id=preset_id, place=place, **asdict(preset))
    return preset_id


def change_preset(person: SignedIn, preset_id: str, preset: NewPreset) -> None:
    """Change what a tap on a preset logs, or raise NotFound."""
    with changing(person):
        own = preset_of(person, preset_id)
        Preset.update(**asdict(preset)).where(*_it(person, own.id)).execute()


def move_preset(person: SignedIn, preset_id: str, place: int) -> None:
    """Move a preset to `place` (from 0, or the nearest end), or raise NotFound."""
    with changing(person):
        moved = preset_of(person, preset_id)
        order = [preset for preset in own_presets(person) if preset.id != preset_id]
        order.insert(min(max(place, 0), len(order)), moved)
        for at, preset in enumerate(order):
            Preset.update(place=at).where(*_it(person, preset.id)).execute()


def remove_preset(person: SignedIn, preset_id: str, now: int) -> str:
    """Delete a preset and return the id of the deletion, or raise NotFound; now: ms.

    Wins that it logged stay.
    """

    def delete(rows: Rows) -> str:
        preset = preset_of(person, preset_id)
        rows.delete(Preset, *_it(person, preset_id))
        return preset.what

    return delete_once(person, DeletedKind.PRESET, preset_id, now, delete)


def refuse_too_many_presets(acting: Acting) -> None:
    """Raise Invalid if the person has more than eight presets."""
    if len(own_presets(acting)) > MOST_PRESETS:
        raise Invalid(TOO_MANY_PRESETS)


def _read(row: Preset) -> OwnPreset:
    return OwnPreset(**{field.name: getattr(row, field.name) for field in fields(OwnPreset)})


def _it(person: SignedIn, preset_id: str) -> tuple[object, object]:
    return Preset.person == person.id, Preset.id == preset_id


@dataclass(frozen=True, slots=True)
class Button:
    """A preset as Today shows it. fields: those of the entry that a tap makes."""

    id: str
    what: str
    kind: str
    fields: dict[str, object]


def preset_buttons(person: SignedIn) -> list[Button]:
    """Return the buttons for the person's presets, in their order."""
    return [_button(*row) for row in button_rows(person=person.id)]


def logged_fields(person: SignedIn, preset_id: str) -> dict[str, object]:
    """Return the fields that a tap on this preset logs, or raise NotFound."""
    found = [button.fields for button in preset_buttons(person) if button.id == preset_id]
    if not found:
        raise NotFound
    return found[0]


def _button(
    preset_id: str,
    what: str,
    kind: str,
    area: str,
    objective: str,
    impact: str,
    measurable: bool,
    visibility: str,
) -> Button:
    given: dict[str, object] = {"what": what, "kind": kind, "preset": preset_id, "area": area}
    given |= {"objectives": [objective] if objective else []}
    given |= {"impact": impact, "measurable": bool(measurable), "visibility": visibility}
    fields = {name: value for name, value in given.items() if value}
    return Button(preset_id, what, kind, fields)
