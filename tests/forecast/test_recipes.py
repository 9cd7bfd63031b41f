"""The recipes of the page "Forecast and read on a cluster" do what they say, as far as is seen here."""

import json
import os
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from forecast.makers import crisis
from ruamel.yaml import YAML

from detente.errors import InputError
from detente.forecast.forecasting import forecast
from detente.model.formats import save

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "on-a-cluster.md"

BASH, OPENSSL = shutil.which("bash") or "", shutil.which("openssl") or ""
if not BASH:
    pytest.skip("needs a shell", allow_module_level=True)


def blocks(language):
    return re.findall(
        rf"^```{language}\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )


@pytest.fixture(scope="module")
def script():
    return next(one for one in blocks("bash") if "#SBATCH" in one)


@pytest.fixture(scope="module")
def objects():
    found = [one for block in blocks("yaml") for one in YAML(typ="safe").load_all(block)]
    return {(one["kind"], one["metadata"]["name"]): one for one in found}


def test_every_shell_recipe_is_read_by_a_shell():
    for block in blocks("bash"):
        done = subprocess.run(  # noqa: S603 - of this repository
            [BASH, "-n"], input=block, text=True, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.filterwarnings("ignore")
def test_the_slurm_script_forecasts_the_same(script, tmp_path):
    """With a srun of our own, that starts one worker here."""
    pytest.importorskip("distributed")
    bin_ = tmp_path / "venv" / "bin"
    bin_.mkdir(parents=True)
    (bin_ / "activate").write_text(f'export PATH="{Path(sys.executable).parent}:$PATH"\n', "utf-8")
    srun = tmp_path / "srun"
    srun.write_text('#!/bin/bash\nexec "$@"\n', "utf-8")
    srun.chmod(0o755)
    save(crisis(), tmp_path / "model.yaml")
    short = script.replace("1000000", "500").replace(
        "dask scheduler ", "dask scheduler --port 0 --host 127.0.0.1 "
    )
    assert short.count("--port 0") == 1
    (tmp_path / "job.sh").write_text(short + "kill $(jobs -p)\n", "utf-8")
    known = {"SLURM_SUBMIT_DIR": tmp_path, "SLURM_JOB_ID": 1, "TMPDIR": tmp_path}
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(  # noqa: S603 - of this repository
        [BASH, "job.sh"],
        cwd=tmp_path,
        env={**os.environ, **{key: str(value) for key, value in known.items()}, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (tmp_path / "forecast.json").exists(), done.stderr[-2000:]
    told = json.loads((tmp_path / "forecast.json").read_text("utf-8"))
    assert told["options"] == json.loads(
        json.dumps(forecast(crisis(), draws=500).to_json()["options"])
    )


def test_the_kubernetes_objects_fit_each_other(objects):
    assert {kind for kind, _ in objects} == {"Service", "Deployment", "NetworkPolicy", "Job"}
    service = objects["Service", "detente-scheduler"]
    scheduler = objects["Deployment", "detente-scheduler"]
    worker, job = objects["Deployment", "detente-worker"], objects["Job", "detente-forecast"]
    for one in (scheduler, worker):
        labels = one["spec"]["template"]["metadata"]["labels"]
        assert one["spec"]["selector"]["matchLabels"] == labels
    assert service["spec"]["selector"] == scheduler["spec"]["template"]["metadata"]["labels"]
    port = service["spec"]["ports"][0]["port"]
    address = f"tcp://{service['metadata']['name']}:{port}"
    containers = {
        one["metadata"]["name"]: one["spec"]["template"]["spec"]["containers"][0]
        for one in (scheduler, worker, job)
    }
    assert containers["detente-scheduler"]["ports"][0]["containerPort"] == port
    assert str(port) in containers["detente-scheduler"]["args"]
    assert address in containers["detente-worker"]["args"]
    assert f"--cluster={address}" in containers["detente-forecast"]["args"]
    assert len({one["image"] for one in containers.values()}) == 1
    policy = objects["NetworkPolicy", "detente-scheduler"]["spec"]
    allowed = [one["podSelector"]["matchLabels"] for one in policy["ingress"][0]["from"]]
    assert worker["spec"]["template"]["metadata"]["labels"] in allowed
    assert job["spec"]["template"]["metadata"]["labels"] in allowed
    assert policy["ingress"][0]["ports"][0]["port"] == port
    for one in containers.values():
        assert all(isinstance(word, str) for word in one["args"])


@pytest.mark.skipif(not OPENSSL, reason="needs openssl to make a certificate")
@pytest.mark.filterwarnings("ignore")
def test_tls_is_dask_s_own(tmp_path):
    distributed = pytest.importorskip("distributed")
    import dask

    subprocess.run(  # noqa: S603 - fixed words
        [OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=test", "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    own = {"cert": str(tmp_path / "cert.pem"), "key": str(tmp_path / "key.pem")}
    known = {
        f"distributed.comm.tls.{who}.{part}": path
        for who in ("scheduler", "worker", "client")
        for part, path in own.items()
    }
    known |= {"distributed.comm.tls.ca-file": own["cert"]}
    known |= {"distributed.comm.require-encryption": True}
    with dask.config.set(known), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.LocalCluster(
            n_workers=1,
            threads_per_worker=1,
            dashboard_address=None,
            protocol="tls://",
            security=distributed.Security(),
            memory_limit=0,
        ) as made:
            address = made.scheduler_address
            assert address.startswith("tls://")
            found = forecast(crisis(), draws=300, cluster=address)
            assert found.to_json() == forecast(crisis(), draws=300).to_json()
            with pytest.raises(InputError, match="Dask is told to encrypt: that is tls://"):
                forecast(crisis(), draws=300, cluster=address.replace("tls://", "tcp://"))
