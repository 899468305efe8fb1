"""Two people thank each other at the same moment: neither waits for the other for ever."""

from collections.abc import Callable

from tests.support.aside import aside
from tests.support.at_once import at_once
from tests.support.make import make_person
from tests.support.owners.teams import a_team
from tests.support.owners.thanks import copies, shared_win, thanks
from webapp.domain.outbox.outbox import Delivery
from webapp.storage.upkeep.opening import open_while


def test_two_thank_each_other_at_once(new_address: Callable[[], str]) -> None:
    with aside(), open_while(new_address()):
        ana, ben = make_person("Ana"), make_person("Ben")
        team = a_team(ana, "Platform", ben)
        anas, bens = shared_win(ana, team), shared_win(ben, team)
        me, you = ana.me, ben.me
        for _ in range(10):
            to_ben, to_ana = thanks(team, bens), thanks(team, anas)
            came = at_once(lambda one=to_ben: ana.sends(one), lambda one=to_ana: ben.sends(one))
            assert all(isinstance(one, Delivery) for one in came), came
        assert {me.name, you.name} == {"Ana", "Ben"}
        assert (len(copies(ana.id)), len(copies(ben.id))) == (1, 1)
