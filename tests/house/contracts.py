"""A contract for import-linter: what may rest on the standard library only, and on its quiet part at that."""

import sys
from collections.abc import Iterable
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class QuietStandardLibrary(Contract):
    """The package imports itself and the standard library, except for the modules named as loud.

    A list of forbidden third parties would be out of date with each new dependency.
    """

    type_name = "quiet_standard_library"

    package = fields.StringField()
    loud = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002 - the base class names it
        package, loud = str(self.package), cast("Iterable[str]", self.loud)
        quiet = (sys.stdlib_module_names - set(loud)) | {package.partition(".")[0]}
        wrong = [
            f"{module} imports {imported}"
            for module in sorted({package, *graph.find_descendants(package)})
            for imported in sorted(graph.find_modules_directly_imported_by(module))
            if imported.partition(".")[0] not in quiet
        ]
        return ContractCheck(kept=not wrong, metadata={"wrong": wrong})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for line in check.metadata["wrong"]:
            output.print_error(line)
