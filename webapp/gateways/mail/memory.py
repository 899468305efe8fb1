"""The twin of a mail server in memory: for tests, it keeps what it took."""

from webapp.gateways.mail.mails import Answer, Mail, Outcome
from webapp.gateways.mail.smtp import BAD_ADDRESS
from webapp.rules.account.addresses import deliverable


class MemoryMailer:
    """Takes every mail, or answers what it was told to. sent: what it took, oldest first."""

    def __init__(self) -> None:
        self.sent: list[Mail] = []
        self.answers: list[Answer] = []  # of the next mails, the first one first
        self.always: Answer = Answer(Outcome.TAKEN, "250")

    def send(self, mail: Mail) -> Answer:
        """Take a mail, or return the next of `answers`."""
        if not deliverable(mail.recipient):
            return BAD_ADDRESS
        answer = self.answers.pop(0) if self.answers else self.always
        if answer.how is Outcome.TAKEN:
            self.sent.append(mail)
        return answer
