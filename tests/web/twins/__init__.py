"""Two people whose things have the same ids, and what one of them is answered and has.

Keys are (whose, id), so Ben can have every id of Ana's. A query that forgets whose a thing is then
answers with both, whichever page or verb it is for, and so does a join that forgets it.
"""
