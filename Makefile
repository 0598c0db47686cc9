# learnsoc_xlsx — gõ "make" để xem các lệnh. Each command does its own set-up.
VENV   := .venv
BIN    := $(VENV)/bin
PYTHON ?= python3
YEAR   ?= $(shell date +%Y)
N      ?= 100 300
RUNS   ?= 20000
SEED   ?= 1
RETURNS ?= 5000
KILLS ?= 50
COMMUNES ?= 200
EXAMPLES ?= 2000
WHOLE ?= 20
SAMPLE ?= 300

.DEFAULT_GOAL := help
.PHONY: help start consolidate collect templates test lint check bench longbench manybench mutations long malice fuzz sample papers blank lock locked edges installed law promises load mutants coverage clean

help: ## Các lệnh (this list)
	@echo "learnsoc_xlsx: từ thư mục báo cáo đến bảng tổng hợp và danh sách khen thưởng"
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 24

start: $(VENV)/.run ## Buổi đầu tiên: lập danh bạ, in mẫu và thư cho từng đơn vị (the first evening): INBOX=dir OUT=dir ANSWERS=file, all optional
	@$(BIN)/learnsoc start $(if $(INBOX),"$(INBOX)") $(if $(OUT),--out "$(OUT)") $(if $(ANSWERS),--answers "$(ANSWERS)") $(if $(filter command environment,$(firstword $(origin YEAR))),--year $(YEAR))

consolidate: $(VENV)/.run ## Tổng hợp báo cáo (main job): INBOX=dir OUT=dir AS_OF=yyyy-mm-dd TRY=another-register.xlsx PUBLIC=1, all optional
	@$(BIN)/learnsoc consolidate $(if $(INBOX),"$(INBOX)") $(if $(OUT),--out "$(OUT)") $(if $(AS_OF),--as-of $(AS_OF)) $(if $(TRY),--try "$(TRY)") $(if $(PUBLIC),--public)

collect: $(VENV)/.run ## Lấy báo cáo từ hộp thư (the mailbox named in INBOX/thu.toml): INBOX=dir
	@$(BIN)/learnsoc collect $(if $(INBOX),"$(INBOX)")

templates: $(VENV)/.run ## In mẫu biểu (the templates): YEAR=2026, INBOX=dir with a register for prefilled ones, OUT=dir, LETTERS=1 for letters with them
	@$(BIN)/learnsoc templates --year $(YEAR) $(if $(INBOX),"$(INBOX)") $(if $(OUT),--out "$(OUT)") $(if $(LETTERS),--letters)

law: $(VENV)/.run ## In quy định xét khen thưởng của một năm (the law in words): YEAR=2026, INBOX=dir with a register for the commune's choices
	@$(BIN)/learnsoc law $(if $(INBOX),"$(INBOX)") $(if $(filter command environment,$(firstword $(origin YEAR))),--year $(YEAR)) $(if $(FORMAT),--format $(FORMAT))

test: $(VENV)/.dev ## The tests
	$(BIN)/pytest --numprocesses auto --dist loadscope --no-loadscope-reorder

lint: $(VENV)/.dev ## Lint and types
	$(BIN)/ruff check learnsoc_xlsx tests
	$(BIN)/ruff format --check learnsoc_xlsx tests
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 learnsoc_xlsx

check: lint test ## Lint, types, tests

bench: $(VENV)/.dev ## Time the main job against two yardsticks, some minutes: N="100 300" returns, PEER=most returns for peer, ONLY="floor us", MD=file
	$(BIN)/python -m tests.bench --sizes $(N) --seed $(SEED) $(if $(PEER),--peer-to $(PEER)) $(if $(ONLY),--only $(ONLY)) $(if $(MD),--markdown "$(MD)")

longbench: $(VENV)/.dev ## The same at 100, 300 and 1,000 returns with peer at each, each 3 times, an hour or two: ONLY=parts, MD=file
	$(BIN)/python -m tests.bench --sizes 100 300 1000 --peer-to 1000 --runs 3 --seed $(SEED) $(if $(ONLY),--only $(ONLY)) $(if $(MD),--markdown "$(MD)")

manybench: $(VENV)/.dev ## The main job over very many small returns under one register, some of an hour: N="1000 10000", MD=file
	$(BIN)/python -m tests.bench --small --only us --runs 1 --sizes $(if $(filter command line,$(origin N)),$(N),1000 10000) --seed $(SEED) $(if $(MD),--markdown "$(MD)")

mutations: $(VENV)/.dev ## What people do to returns: each mutation, what it must cause and what it caused
	$(BIN)/python -m tests.mutations

long: $(VENV)/.dev ## Live through seven years of a made-up commune, tell them, hold them to their promises, some minutes: SEED=1, AT=new dir to keep, STORY=file
	$(BIN)/python -m tests.long --seed $(SEED) $(if $(AT),--at "$(AT)") $(if $(STORY),--story "$(STORY)")
	$(MAKE) promises
	$(BIN)/python -m tests.hostile
	$(BIN)/python -m tests.valid
	$(MAKE) coverage edges

promises: $(VENV)/.dev ## Prove at length what the README promises, an hour or two (CI: small): KILLS COMMUNES EXAMPLES WHOLE RETURNS SAMPLE
	$(BIN)/python -m tests.kills --runs $(KILLS) --seed $(SEED)
	$(BIN)/python -m tests.second_opinion --communes $(COMMUNES) --seed $(SEED)
	$(BIN)/python -m tests.ledger --examples $(EXAMPLES) --runs $(WHOLE) --seed $(SEED)
	$(BIN)/python -m tests.metamorphic --seeds $(COMMUNES) --runs $(WHOLE) --from $(SEED)
	$(BIN)/python -m tests.letters --communes $(WHOLE) --seed $(SEED)
	$(BIN)/python -m tests.load --returns $(RETURNS) --seed $(SEED)
	$(BIN)/python -m tests.mutants --sample $(SAMPLE) --seed $(SEED)
	$(BIN)/python -m tests.installed

load: $(VENV)/.dev ## RETURNS=5000 small returns, some wrong, hostile or corrupt: each good one counted, each bad one named; some of an hour: AT=new dir to keep
	$(BIN)/python -m tests.load --returns $(RETURNS) --seed $(SEED) $(if $(AT),--at "$(AT)")

mutants: $(VENV)/.dev ## Do one small thing otherwise in award, aggregate and settle, see a test fail: SAMPLE=300 by chance, some minutes, or ALL=1, some hours
	$(BIN)/python -m tests.mutants $(if $(ALL),--all,--sample $(SAMPLE) --seed $(SEED))

coverage: $(VENV)/.dev ## Which lines and branches of the package the tests run, room by room, an hour; PARTS="tests/stages/settle" those alone, of their rooms
	$(BIN)/python -m tests.coverage $(PARTS)

malice: $(VENV)/.dev ## Files that nobody sends by mistake, and very large honest ones: what each gets, how soon, at what memory
	$(BIN)/python -m tests.mutations.malice

fuzz: $(VENV)/.dev ## Break valid returns in RUNS=20000 ways from SEED=1; every one must be read or refused
	$(BIN)/python -m tests.mutations.fuzz --runs $(RUNS) --seed $(SEED)

sample: $(VENV)/.dev ## Make the sample commune again from its seed
	$(BIN)/python -m tests.sample

papers: $(VENV)/.dev ## Make the shipped Word templates again of their declared texts
	$(BIN)/python -m tests.papers

blank: $(VENV)/.dev ## Print the committed blank templates again
	$(BIN)/learnsoc templates --year 2026 --out input_templates/blank

clean: ## Remove the environment and everything written by a run
	rm -rf $(VENV) output/* .pytest_cache .mypy_cache .ruff_cache

lock: $(VENV)/.dev ## Renew requirements.lock, with hashes, and docs/licences.md
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet --disable-pip-version-check uv
	build/lock/bin/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --upgrade --generate-hashes --no-header --no-annotate --quiet --output-file requirements.lock
	$(BIN)/python -m tests.licences

edges: $(VENV)/.dev ## The tests on the lowest and on the newest libraries that are allowed, each in an environment of its own: TESTS="tests/stages"
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet --disable-pip-version-check uv
	for edge in lowest-direct highest; do \
	  build/lock/bin/uv venv --quiet --clear build/$$edge && \
	  build/lock/bin/uv pip install --quiet --python build/$$edge --resolution $$edge --editable '.[dev,dask,passwords,outlook]' && \
	  build/lock/bin/uv pip list --quiet --python build/$$edge | grep -iE '^(pandas|pandera|python-calamine|xlsxwriter|openpyxl) ' && \
	  build/$$edge/bin/python -m pytest --numprocesses auto --dist loadscope --no-loadscope-reorder $(TESTS) || exit 1; \
	done

installed: $(VENV)/.dev ## Build the wheel, install it in an empty folder, play the first evening, the templates and the sample there
	$(BIN)/python -m tests.installed

locked: ## Install exactly what requirements.lock names, by hash
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q learnsoc_xlsx
	@touch $(VENV)/.run && touch $(VENV)/.dev

$(VENV)/.run: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	$(BIN)/python -m compileall -q learnsoc_xlsx
	@touch $@

$(VENV)/.dev: $(VENV)/.run pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev,dask,passwords,outlook]'
	@touch $@
