"""Firefox, driven by WebDriver BiDi (W3C, working draft) without a driver in between: as much of it as a test needs.

Debian has no geckodriver. Firefox itself offers BiDi on a WebSocket when it is started for remote debugging.
"""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

# No talk with its makers' servers: a test must see the requests of the page alone.
_PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutHomeSnippets.updateUrl": "",
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "messaging-system.rsexperimentloader.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


class Firefox:
    """A headless Firefox with one page. Use as a context; `folder` holds its profile."""

    def __init__(self, program: str, folder: Path) -> None:
        lines = [f'user_pref("{name}", {json.dumps(value)});\n' for name, value in _PREFERENCES.items()]
        (folder / "user.js").write_text("".join(lines), encoding="utf-8")
        command = [program, "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port", "0"]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        self._sent = 0
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> "Firefox":
        import websocket

        assert self._process.stderr is not None
        address = next(
            (m[1] for m in (re.search(r"BiDi listening on (ws://\S+)", line) for line in self._process.stderr) if m),
            None,
        )
        if address is None:
            raise RuntimeError("Firefox has not started")
        self._socket = websocket.create_connection(f"{address}/session", suppress_origin=True, timeout=60)
        self.call("session.new", capabilities={})
        self.call("session.subscribe", events=["network.beforeRequestSent", "log.entryAdded"])
        self._context = self.call("browsingContext.getTree")["contexts"][0]["context"]
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(timeout=30)

    def call(self, method: str, **params: Any) -> Any:
        """The result of a command; events that come first are kept."""
        self._sent += 1
        self._socket.send(json.dumps({"id": self._sent, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") != self._sent:
                self.events.append(message)
            elif message["type"] == "error":
                raise RuntimeError(f"{method}: {message['message']}")
            else:
                return message["result"]

    def visit(self, address: str) -> None:
        self.call("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def run(self, expression: str) -> Any:
        """The value of an expression, or of the promise that it is, by way of JSON."""
        code = f"(async () => JSON.stringify(await ({expression}) ?? null))()"
        result = self.call("script.evaluate", expression=code, target={"context": self._context}, awaitPromise=True)
        if result["type"] != "success":
            raise RuntimeError(result["exceptionDetails"]["text"])
        return json.loads(result["result"]["value"])

    def type(self, *keys: str) -> None:
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        self.call("input.performActions", context=self._context, actions=[source])

    def picture(self) -> str:
        """A screenshot: PNG in base64."""
        return str(self.call("browsingContext.captureScreenshot", context=self._context)["data"])

    def requests(self) -> list[str]:
        found = [e["params"]["request"]["url"] for e in self.events if e["method"] == "network.beforeRequestSent"]
        return [url for url in found if not url.startswith(("file:", "data:", "blob:", "about:"))]

    def errors(self) -> list[str]:
        entries = [e["params"] for e in self.events if e["method"] == "log.entryAdded"]
        return [entry["text"] for entry in entries if entry["level"] in ("error", "warn")]
