"""The list of a team's values, on its page (R34)."""

from tests.support.make import Someone
from tests.web.conftest import Browser
from webapp.domain.recognition.values import add_value, values_of
from webapp.rules.recognition.values import MOST_VALUES
from webapp.rules.shared.ids import TeamId


def test_a_lead_keeps_the_list(as_ana: Browser, platform: TeamId) -> None:
    path = f"/teams/{platform}/values/"
    assert f'href="{path}"' in as_ana.get(f"/teams/{platform}/settings").text
    as_ana.post(path, name="Make it easy")
    [value] = values_of(platform)
    as_ana.post(f"{path}{value.id}?_method=PATCH", name="Make it simple")
    [value] = values_of(platform)
    assert value.name in as_ana.get(path).text
    as_ana.post(f"{path}{value.id}?_method=DELETE")
    assert values_of(platform) == []


def test_what_is_refused_is_said_where_it_was_typed(as_ana: Browser, platform: TeamId) -> None:
    for name in ("One", "Two"):
        add_value(platform, name)
    path, two = f"/teams/{platform}/values/", values_of(platform)[1]
    answer = as_ana.post(f"{path}{two.id}?_method=PATCH", name="one")
    assert answer.status_code == 422
    assert f'id="name-{two.id}-problem"' in answer.text
    assert 'id="name-problem"' in as_ana.post(path, name="Two").text


def test_a_full_list_offers_no_more(as_ana: Browser, platform: TeamId) -> None:
    for at in range(MOST_VALUES):
        add_value(platform, f"Value {at}")
    assert "New value or priority" not in as_ana.get(f"/teams/{platform}/values/").text


def test_only_leads_see_the_page(as_ben: Browser, ben: Someone, platform: TeamId) -> None:
    assert as_ben.get(f"/teams/{platform}/values/").status_code == 404
    assert "/values/" not in as_ben.get(f"/teams/{platform}/settings").text
