"""Pictures of the real window.

To add one, write a function in the module that fits and mark it with `@album.picture()`.
"""
