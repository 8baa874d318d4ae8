"""Build the API page from the docstrings: python .ci/api.py FOLDER.

The library imports on demand: public names when they are first used, names that only annotations
need under ``TYPE_CHECKING``, and some aliases of types are written as strings. A page of types has
to know them all, so they are loaded and evaluated here first. Whatever pdoc still warns of is an
error: a signature would be shown with a type that nobody can look up.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import sys
import warnings
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pdoc

import framing


def main() -> None:
    """Write one page a room into the folder given."""
    modules = [importlib.import_module(name) for name in _module_names()]
    trees = {module: ast.parse(inspect.getsource(module)) for module in modules}
    for module in modules:
        for name in getattr(module, "__all__", ()):
            setattr(module, name, getattr(module, name))
    for module, tree in trees.items():
        _import_for_annotations(module, tree)
    for module, tree in trees.items():
        _evaluate_aliases(module, tree, modules)
    for module in modules:
        _evaluate_named_tuples(module)
    rooms = sorted(
        f"framing.{room.name}"
        for room in pkgutil.iter_modules(framing.__path__)
        if not room.name.startswith("_")
    )
    warnings.simplefilter("error")
    pdoc.render.configure(docformat="numpy")
    pdoc.pdoc("framing", *rooms, output_directory=Path(sys.argv[1]))


def _module_names() -> list[str]:
    """Return the names of all modules but those that run the command line when imported."""
    found = pkgutil.walk_packages(framing.__path__, "framing.")
    return ["framing", *(each.name for each in found if not each.name.endswith("__main__"))]


def _import_for_annotations(module: ModuleType, tree: ast.Module) -> None:
    """Run what a module imports for its annotations alone."""
    for statement in tree.body:
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING":
            known = [each for each in statement.body if "_typeshed" not in ast.unparse(each)]
            body = ast.Module(known, type_ignores=[])  # _typeshed is a type checker's alone
            exec(compile(body, str(module.__file__), "exec"), vars(module))  # noqa: S102 - our own


def _evaluate_aliases(module: ModuleType, tree: ast.Module, modules: list[ModuleType]) -> None:
    """Replace aliases of types that are strings by what they say, wherever imported."""
    for statement in tree.body:
        if (
            isinstance(statement, ast.AnnAssign)
            and ast.unparse(statement.annotation) == "TypeAlias"
        ):
            name = ast.unparse(statement.target)
            written = getattr(module, name)
            if not isinstance(written, str):
                continue
            for other in modules:
                if vars(other).get(name) is written:
                    setattr(other, name, eval(str(written), vars(module)))  # noqa: S307 - our own


def _evaluate_named_tuples(module: ModuleType) -> None:
    """Evaluate the types of named tuples here: pdoc finds no module for what makes one."""
    for kind in vars(module).values():
        if (
            inspect.isclass(kind)
            and kind.__module__ == module.__name__
            and hasattr(kind, "_fields")
        ):
            kind.__new__.__annotations__ = get_type_hints(kind)


main()
