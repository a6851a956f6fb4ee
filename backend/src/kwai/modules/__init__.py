"""The club: one package per bounded context, each blind to its neighbours."""
