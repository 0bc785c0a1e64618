"""The reader: two versions side by side, level by pair. `view.ReaderView` is the way in."""
