from whoosh.reading import IndexReader

class Searcher:
    def __init__(self, reader: IndexReader) -> None: ...
