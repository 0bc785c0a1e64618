"""What is kept on disk: the library's database, the original files, the search index."""
