"""Pictures of the real window.

To add one, write a function in `scenes` or `dialogs` and mark it with `@album.picture()`.
"""
