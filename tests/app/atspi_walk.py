#!/usr/bin/env python3
"""Walks through the desktop as a screen reader's user does: through AT-SPI alone, without seeing a pixel.

usage: atspi_walk.py FOLDER_OF_THE_PROGRAMS

First run with a shop of one's own, an account form with a wrong address, the pages; a second start with a wrong and the
right passphrase; then the simulated shop until its orders stand in the list. Starts an X server and a session bus of its
own; ends with 77 and a message where they are missing.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SKIPPED = 77
PASSPHRASE = "four blue ships sail"


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def interpreter_with_atspi():
    """The distribution's packages are for the distribution's Python, which need not be the first in PATH."""
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    for candidate in (sys.executable, "/usr/bin/python3"):
        if shutil.which(candidate) and subprocess.run([candidate, "-c", probe], stderr=subprocess.DEVNULL).returncode == 0:
            return candidate
    return None


def outside(programs):
    """Starts the display and the bus, and this script again inside of them."""
    for needed in ("Xvfb", "dbus-run-session"):
        if not shutil.which(needed):
            skip(f"{needed} is not installed")
    interpreter = interpreter_with_atspi()
    if not interpreter:
        skip("python3-gi or gir1.2-atspi-2.0 is not installed")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    display = os.read(reading, 16).decode().strip()
    if not display:
        skip("Xvfb does not start here")
    try:
        with tempfile.TemporaryDirectory() as home:
            runtime = pathlib.Path(home, "run")
            runtime.mkdir(mode=0o700)
            environment = dict(os.environ, DISPLAY=f":{display}", QT_QPA_PLATFORM="xcb", HOME=home,
                               XDG_RUNTIME_DIR=str(runtime), QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", LC_ALL="C.UTF-8",
                               ASAN_OPTIONS="detect_leaks=0")
            for left in ("SUPERCARGO_PASSPHRASE", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "NO_AT_BRIDGE"):
                environment.pop(left, None)
            return subprocess.run(
                ["dbus-run-session", "--", interpreter, __file__, "--inside", programs], env=environment).returncode
    finally:
        server.terminate()
        server.wait()


class Program:
    """The running desktop, seen through AT-SPI."""

    def __init__(self, atspi, programs, profile, *arguments):
        self.atspi = atspi
        self.process = subprocess.Popen(
            [os.path.join(programs, "supercargo"), "--profile", profile, "--lang", "en", *arguments],
            stderr=subprocess.DEVNULL)

    def nodes(self):
        desktop = self.atspi.get_desktop(0)
        waiting = []
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application and application.get_process_id() == self.process.pid:
                waiting.append(application)
        while waiting:
            node = waiting.pop(0)
            yield node
            # A table of thousands of rows is one thing here, not thousands.
            if node.get_role_name() not in ("table", "tree table"):
                waiting += [child for child in map(node.get_child_at_index, range(node.get_child_count())) if child]

    def shown(self, name, role=None):
        """The node of that name; else one whose name only begins so, since figures may follow a word."""
        from gi.repository import GLib

        begins = None
        try:
            for node in self.nodes():
                found = node.get_name() or ""
                if not found.startswith(name) or (role and node.get_role_name() != role):
                    continue
                if not node.get_state_set().contains(self.atspi.StateType.SHOWING):
                    continue
                if found == name:
                    return node
                begins = begins or node
        except GLib.Error:
            pass  # it changed while it was read: the next look tells
        return begins

    def find(self, name, role=None, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if node := self.shown(name, role):
                return node
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode} before “{name}”")
            time.sleep(0.1)
        seen = sorted({f"{n.get_role_name()}: {n.get_name()}" for n in self.nodes() if n.get_name()})
        raise AssertionError(f"“{name}” ({role or 'any role'}) is not there; there are:\n  " + "\n  ".join(seen))

    def press(self, name, role=None):
        node = self.find(name, role)
        actions = node.get_action_iface()
        assert actions and actions.get_n_actions() > 0, f"“{name}” cannot be pressed"
        actions.do_action(0)
        time.sleep(0.15)

    def write(self, name, text, role=None):
        self.find(name, role).get_editable_text_iface().set_text_contents(text)
        time.sleep(0.15)

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(30) == 0, f"ended with {self.process.returncode}"


def first_run(program):
    program.find("Welcome to Supercargo")
    program.press("Next", "push button")
    program.press("Connect my own shop", "radio button")
    program.press("Next", "push button")
    program.write("Name of the shop", "North Quay", "text")
    program.press("Next", "push button")
    program.find("Protect your credentials")
    program.press("Passphrase", "radio button")  # where there is a keychain, that is the first choice
    program.write("Passphrase", PASSPHRASE, "password text")
    program.press("Next", "push button")
    program.find("The two are not the same.")
    program.write("Passphrase once more", PASSPHRASE, "password text")
    program.press("Next", "push button")
    program.find("Connect your accounts")
    program.find("Providers that can be connected", "list")
    program.press("Next", "push button")
    program.press("Next", "push button")
    program.find("Ready")
    program.press("Start working", "push button")
    program.find("North Quay – Supercargo", "frame")


def pages(program):
    program.find("Connect your first shop")
    program.press("Orders", "check box")
    program.find("There are no orders yet.")
    program.press("Connections", "check box")
    program.find("Nothing is connected yet")
    program.press("Settings", "check box")
    program.find("Text size", "spin button")
    program.press("Overview", "check box")
    program.find("Connect your first shop")


def wrong_and_right_passphrase(program):
    program.find("Open the workspace", "dialog")
    program.write("Passphrase of the vault", "wrong", "password text")
    program.press("Open", "push button")
    program.find("This is not the passphrase.")
    program.write("Passphrase of the vault", PASSPHRASE, "password text")
    program.press("Open", "push button")
    program.find("North Quay – Supercargo", "frame")


def simulated_shop(program):
    program.find("Simulated shop: everything here is made up", seconds=60)
    program.press("Orders", "check box")
    table = program.find("Orders", "table", seconds=90)
    end = time.monotonic() + 90
    while table.get_table_iface().get_n_rows() < 100 and time.monotonic() < end:
        time.sleep(0.2)
        table = program.find("Orders", "table")
    rows = table.get_table_iface()
    assert rows.get_n_rows() >= 100, f"{rows.get_n_rows()} orders after 90 s"
    for column in range(5):
        assert rows.get_column_description(column), f"column {column} has no name"
    for column in range(4):
        assert rows.get_accessible_at(0, column).get_name(), f"the first order says nothing in column {column}"
    program.find("Amount", "push button")


def inside(programs):
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi

    Atspi.init()
    with tempfile.TemporaryDirectory() as folder:
        own, simulated = os.path.join(folder, "own"), os.path.join(folder, "simulated")
        for title, profile, arguments, walk in (
                ("first run", own, (), lambda p: (first_run(p), pages(p))),
                ("passphrase", own, (), wrong_and_right_passphrase),
                ("simulated shop", simulated, ("--simulate",), simulated_shop)):
            program = Program(Atspi, programs, profile, *arguments)
            try:
                walk(program)
                program.end()
                print(f"walked: {title}")
            finally:
                if program.process.poll() is None:
                    program.process.kill()
    return 0


if __name__ == "__main__":
    if sys.argv[1] == "--inside":
        sys.exit(inside(sys.argv[2]))
    sys.exit(outside(sys.argv[1]))
