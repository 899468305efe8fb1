"""What every change needs: its transaction, its times, a ready database."""
