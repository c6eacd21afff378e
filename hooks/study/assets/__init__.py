"""What pages load, in as few requests and bytes as their work allows."""
