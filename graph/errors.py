"""The one exception for what a user can mend."""


class UserError(ValueError):
    """Something that the user can put right; its text is one clear sentence.

    The command line prints the text and ends with exit status 2. Any other exception that reaches a user is our bug.
    """
