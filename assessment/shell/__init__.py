"""The command line: words in, commands carried out here or by the server that owns the store, lines and files out."""
