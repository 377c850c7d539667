"""`onrecord gazetteer`: the places that the reader knows, and what you add to them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from onrecord.normalize.gazetteer import Gazetteer

app = typer.Typer(no_args_is_help=True, help="The places that the reader knows, and what you add to them.")


def _gazetteer() -> "Gazetteer":
    from onrecord.normalize.gazetteer import Gazetteer
    from onrecord.settings import load_settings

    return Gazetteer(load_settings().cache)


@app.command()
def status() -> None:
    """Say what the gazetteer holds, and where its files lie."""
    for name, path, places in _gazetteer().status():
        held = "not built yet: it is at the first use" if places is None else f"{places:,} places"
        typer.echo(f"{name}\t{held}\t{path}")


@app.command()
def build() -> None:
    """Build the built-in index anew, and remove those of earlier versions."""
    from onrecord.normalize.gazetteer_build import build_index, index_path, remove_old_indexes

    path = index_path(_gazetteer().cache)
    build_index(path)
    remove_old_indexes(path)
    status()


@app.command()
def add(
    file: Annotated[
        Path, typer.Argument(help="A GeoNames dump (its zip as downloaded), or a CSV: name, lat, lon, ...")
    ],
) -> None:
    """Add places: villages of a GeoNames country dump, or your own. A bad file is refused whole."""
    from onrecord.normalize.gazetteer_add import add_file

    name, places = add_file(file, _gazetteer().added)
    typer.echo(f"Added {places:,} places as {name!r}.")


@app.command()
def remove(name: Annotated[str, typer.Argument(help="The name that `gazetteer status` shows.")]) -> None:
    """Remove what was added under a name."""
    from onrecord.normalize.gazetteer_add import remove_added

    remove_added(name, _gazetteer().added)
    typer.echo(f"Removed {name!r}.")


@app.command()
def lookup(
    name: Annotated[str, typer.Argument(help="A place's name, in any spelling; or a sentence around it.")],
    explain: Annotated[bool, typer.Option("--explain", help="Show what each score is made of.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="Show so many.")] = 10,
) -> None:
    """The places that a name may mean, the likeliest first."""
    from onrecord.normalize.places_explain import explain_name

    shown = explain_name(name, _gazetteer())
    if not shown:
        typer.echo(
            f"No place named {name!r} is known. A GeoNames dump of its country may hold it: onrecord gazetteer add."
        )
        raise typer.Exit(1)
    for scored, path in shown[:limit]:
        c = scored.candidate
        point = "no point" if c.lat is None else f"{c.lat:.3f}, {c.lon:.3f}"
        typer.echo(f"{scored.score:6.2f}  {', '.join(path)}  ({c.kind}; {point}; {c.population:,} people; {c.gid})")
        if explain:
            typer.echo("        " + "; ".join(f"{reason} {value:+.2f}" for reason, value in scored.reasons))
