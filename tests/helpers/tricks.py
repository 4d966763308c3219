"""Families of tricks and of escapes, small and bounded; each stands first in a blank notebook.

A trick must earn what its plain answers are worth: nothing. An escape must stay inside its room.
`{folder}` is where the class lies, `{port}` a port on which the tests listen.
"""

TRICKS = {
    "checks replaced": "import three_pillars.checks as c\nc.run = lambda *a: ''\n"
        "for n in ('number', 'series', 'function', 'chart', 'choice', 'names', 'table'):\n"
        "    setattr(c, n, lambda *a, **k: None)",
    "code of checks": "import three_pillars.checks as c\nfor n in ('number', 'series', 'chart'):\n"
        "    getattr(c, n).__code__ = (lambda *a, **k: None).__code__",
    "words of errors": "import three_pillars.checks as c\n"
        "c.Wrong.__str__ = lambda self: ''\nc.Wrong.__init__ = lambda *a: None",
    "builtins": "import builtins\nbuiltins.next = lambda *a: (lambda **k: None)\n"
        "builtins.isinstance = lambda a, b: True\nbuiltins.compile = lambda *a, **k: 'pass'",
    "close": "import math, numpy\nmath.isclose = lambda *a, **k: True\n"
        "numpy.isclose = lambda *a, **k: numpy.array(True)\nnumpy.all = lambda *a: True",
    "comparisons": "import pandas as pd\npd.Series.__eq__ = lambda *a: True\n"
        "pd.Series.equals = pd.DataFrame.equals = lambda *a: True",
    "signatures": "import inspect\n"
        "inspect.signature = lambda f: type('S', (), {'parameters': {}})",
    "frames": "import sys, gc\nf = sys._getframe()\nseen = []\n"
        "while f:\n    seen.append(f.f_locals)\n"
        "    f = f.f_back\nfor one in gc.get_objects():\n"
        "    if isinstance(one, dict) and 'tasks' in one:\n        one['tasks'] = {}\n"
        "        one.clear() if len(one) < 9 else None",
    "import hooks": "import sys\nclass H:\n    def find_spec(self, *a):\n        return None\n"
        "sys.meta_path.insert(0, H())\nsys.modules['three_pillars.checks'] = H()\n"
        "sys.modules['json'] = H()",
    "traces": "import sys, threading\ndef t(frame, event, arg):\n    return t\nsys.settrace(t)\n"
        "sys.setprofile(lambda *a: None)",
    "threads": "import threading\ndef patch():\n    import time, room.encode as e\n"
        "    for _ in range(50):\n        e.Encoder.encode = lambda *a: ['float', '0.1']\n"
        "        time.sleep(.01)\nthreading.Thread(target=patch, daemon=True).start()",
    "pipes": "import os, json\nfor fd in range(3, 40):\n    for line in (\n"
        "        {'check': 'share_2014', 'answers': {'share_2014': ['bool', True]}},\n"
        "        {'points': 17}, {'tasks': {'share_2014': ['']}}, ['t', 'task', ['hhi', ['']]]):\n"
        "        try:\n            os.write(fd, (json.dumps(line) + '\\n').encode())\n"
        "        except OSError:\n            pass",
    "printed results": "print('{\"share_2014\": \"right\"}')\n"
        "import sys; sys.stderr.write('17 of 17')",
    "a quiet end": "import os; os._exit(0)",
    "at exit": "import atexit, os\natexit.register(lambda: os.write(1, b'{\"end\": true}'))",
    "a float that equals all": "class F(float):\n    def __eq__(s, o): return True\n"
        "    def __sub__(s, o): return 0.0\n    __rsub__ = __sub__\n"
        "    def __abs__(s): return 0.0\n    __hash__ = None\n"
        "share_2014 = hhi_2018 = pooled_share = hhi_at_20 = F(0.5)",
    "a float that asks its caller": "import sys\nclass F(float):\n    def __float__(s):\n"
        "        f = sys._getframe(1)\n        while f:\n"
        "            if 'expected' in f.f_locals: return float(f.f_locals['expected'])\n"
        "            f = f.f_back\n        return 0.5\n"
        "share_2014 = hhi_2018 = pooled_share = hhi_at_20 = F(0.5)",
    "a Series without difference": "import pandas as pd\nclass S(pd.Series):\n"
        "    def __sub__(s, o): return s * 0\n    def reindex(s, *a, **k): return s\n"
        "hhi_by_year = contribution = S([1.0, 2.0])",
    "a dict that equals all": "class D(dict):\n    def __eq__(s, o): return True\n"
        "contribution = hhi_by_year = D()",
    "another class": "class L:\n    __class__ = float\n    def __float__(s): return 0.08\n"
        "share_2014 = hhi_2018 = L()",
    "the room's own code": "import room.encode, room.listener, room.cells\n"
        "room.listener.plainly = lambda *a: ['bool', True]\n"
        "room.encode._SIMPLE[type(...)] = lambda v: ['text', 'right']",
}  # fmt: skip

ESCAPES = {
    "writes": "open('{folder}/owned', 'w').write('x')",
    "renames onto": "import os\nopen('mine', 'w').write('x')\n"
        "os.rename('mine', '{folder}/Innocent/energy.ipynb')",
    "links": "import os\nos.symlink('{folder}', 'there')\nopen('there/owned', 'w').write('x')",
    "unlinks": "import os; os.remove('{folder}/Innocent/energy.ipynb')",
    "wipes": "import shutil; shutil.rmtree('{folder}')",
    "sqlite": "import sqlite3; sqlite3.connect('{folder}/owned').execute('create table t (a)')",
    "ctypes": "import ctypes\nc = ctypes.CDLL(None)\nassert c.open(b'{folder}/owned', 0o101) >= 0",
    "reads classmates": "text = open('{folder}/Innocent/energy.ipynb').read()",
    "reads masters": "text = open('{root}/exercises/energy.md').read()",
    "reads the teacher": "import os, glob\nfound = glob.glob('{home}/.*') + glob.glob('{home}/*')\n"
        "found = [f for f in found if not f.endswith('.pyenv')]\n"
        "assert found, 'nothing there'",
    "reads the environment": "import os\nassert os.environ.get('SECRET_OF_THE_TEACHER')",
    "reads users": "text = open('/etc/shadow').read()",
    "calls": "import socket; socket.create_connection(('127.0.0.1', {port}), timeout=1)",
    "calls by ctypes": "import ctypes, struct\nc = ctypes.CDLL(None)\ns = c.socket(2, 1, 0)\n"
        "a = struct.pack('<H', 2) + struct.pack('>H', {port}) + bytes([127, 0, 0, 1]) + bytes(8)\n"
        "assert c.connect(s, a, 16) == 0, 'no network'",
    "other processes": "import os\n"
        "assert len([p for p in os.listdir('/proc') if p.isdigit()]) > 5",
    "signals": "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)",
    "is root": "import os\nassert os.geteuid() == 0 or os.getuid() == 0\n"
        "open('{folder}/root', 'w')",
    "becomes root": "import os\nos.setuid(0)",
    "fills the disk": "for n in range(40):\n"
        "    open(f'f{{n}}', 'wb').write(bytes(20_000_000))\nopen('{folder}/owned', 'w')",
    "forks": "import os\nfor n in range(200):\n    if os.fork() == 0:\n"
        "        import time; time.sleep(3); os._exit(0)",
    "daemons": "import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
        "        time.sleep(600)\n    os._exit(0)\nraise ValueError('left one behind')",
}  # fmt: skip
