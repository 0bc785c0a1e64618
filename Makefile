# The commands of the project. What they do is written in packaging/*.sh and packaging/*.py.

.DEFAULT_GOAL := help
.PHONY: help run test bench bundle smoke catalogues regenerate icons pictures clean

help:  ## list these commands
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | while IFS='	' read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

run:  ## set up what is missing and open the bundled session document
	@sh packaging/environment.sh .venv gui
	@.venv/bin/briefer resources/samples/joint-statement.ru-en.txt

test:  ## set up what is missing and run every check, without a screen
	@sh packaging/checks.sh

bench:  ## measure start, opening and search, and print a table
	@sh packaging/environment.sh .venv dev
	@.venv/bin/python -m tests.benchmarks.run

bundle:  ## build the stand-alone program in build/bundle/briefer
	@sh packaging/environment.sh .venv-bundle gui,bundle
	@.venv-bundle/bin/python packaging/catalogues.py compile
	@.venv-bundle/bin/python -m PyInstaller --noconfirm --log-level WARN --distpath build/bundle --workpath build/pyinstaller packaging/briefer.spec

smoke: bundle  ## build the bundle and try it: a window under Xvfb, an export from the command line
	@.venv-bundle/bin/python packaging/smoke_bundle.py build/bundle/briefer/briefer

catalogues:  ## extract the texts, update the translations, compile them, list what is untranslated
	@sh packaging/environment.sh .venv dev
	@.venv/bin/python packaging/catalogues.py extract update compile check

regenerate:  ## write the golden files anew; look at the difference before committing it
	@sh packaging/environment.sh .venv dev
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest -q --regenerate tests

icons:  ## make the PNG sizes from resources/icons/briefer.svg
	@sh packaging/environment.sh .venv gui
	@QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/icons.py

pictures:  ## take pictures of the real window in its states, in build/pictures
	@sh packaging/environment.sh .venv gui
	@QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/pictures.py

clean:  ## remove what these commands have made, the environments included
	@rm -rf .venv .venv-without-qt .venv-bundle build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find resources/locale -name '*.mo' -delete
	@find briefer tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
