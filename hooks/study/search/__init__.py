"""Search without a server: the pages' words in small files, of which a browser fetches the few that a query needs."""
