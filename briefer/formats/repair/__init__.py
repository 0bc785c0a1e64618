"""Repairs of text whose letters are not those that a reader sees, where statistics prove them.

A wrong repair is worse than a refusal: each module here says of a text what it would be, and
repairs only with a wide margin. Nothing here opens a file.
"""
