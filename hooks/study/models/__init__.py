"""The shapes of the data files: frozen, extra keys forbidden, every translated value a `Text`."""
