"""Starting points for a lattice: an objective, what serves it, and an indicator (R24).

They are drafts: a person sees them in a form and changes what they like before anything is stored.
"""

from dataclasses import dataclass

from webapp.rules.shared.problems import N_


@dataclass(frozen=True, slots=True)
class LatticeTemplate:
    """Untranslated words of a lattice; better: how the indicator improves."""

    key: str
    name: str
    why: str
    parts: tuple[str, ...]
    indicator: str
    unit: str
    better: str


TEMPLATES = (
    LatticeTemplate(
        "customer-satisfaction",
        N_("Customer satisfaction"),
        N_("Customers get what they need and say so."),
        (N_("Clear updates to customers"), N_("Quick first answers")),
        N_("Feedback score"),
        N_("points"),
        "up",
    ),
    LatticeTemplate(
        "cycle-time",
        N_("Cycle time"),
        N_("Work gets from start to done in fewer days."),
        (N_("Less waiting between steps"), N_("Smaller pieces of work")),
        N_("Days from start to done"),
        N_("days"),
        "down",
    ),
    LatticeTemplate(
        "quality",
        N_("Quality"),
        N_("Less is done twice, and less comes back."),
        (N_("Mistakes found early"), N_("Fewer recurring snags")),
        N_("Defects"),
        N_("defects"),
        "down",
    ),
)
BY_KEY = {template.key: template for template in TEMPLATES}
