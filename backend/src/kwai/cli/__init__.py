"""The commands of `kwai_cli`; these modules import typer and the standard library only."""
