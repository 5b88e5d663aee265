"""A pretend network under Python's own `socket` module.

Everything above the socket is the real thing: http.client, urllib.request, urllib3, requests, httpcore, httpx.

    exchange(request)   request {"method", "url", "headers": [[name, value]], "body"} → answer
                        {"kind": "answer", "status", "reason", "headers", "body"} or {"kind": "none", "why"}
    probe(url)          why nobody would answer there: "" | "refused" | "dns" | "tls" | "reset"
"""

import http.client
import io
import select
import socket
import ssl
import sys
import time
import types

_exchange = None
_probe = None
_names = {}  # pretend address -> host name


def _whole_request(raw):
    """(method, target, headers, body) when `raw` holds a whole request, else None."""
    head, found, rest = raw.partition(b"\r\n\r\n")
    if not found:
        return None
    lines = head.decode("latin-1").split("\r\n")
    method, target, _ = lines[0].split(" ", 2)
    headers = [[part.strip() for part in line.split(":", 1)] for line in lines[1:]]
    named = {name.lower(): value for name, value in headers}
    if named.get("transfer-encoding", "").lower() == "chunked":
        body = b""
        while True:
            size, found, rest = rest.partition(b"\r\n")
            if not found:
                return None
            length = int(size.split(b";")[0], 16)
            if length == 0:
                return method, target, headers, body
            if len(rest) < length + 2:
                return None
            body, rest = body + rest[:length], rest[length + 2 :]
    length = int(named.get("content-length", 0))
    return None if len(rest) < length else (method, target, headers, rest[:length])


class PretendSocket:
    def __init__(self, family=socket.AF_INET, type=socket.SOCK_STREAM, proto=0, fileno=None):
        self.family, self.type, self.proto = family, type, proto
        self._timeout = socket.getdefaulttimeout()
        self._out = b""
        self._in = None
        self._is_closed = False
        self._scheme = "http"
        self._peer = ("", 0)

    def connect(self, address):
        self._peer = (_names.get(address[0], address[0]), address[1])
        why = _probe(f"http://{self._peer[0]}:{self._peer[1]}/")
        if why == "refused":
            raise ConnectionRefusedError(111, "Connection refused")
        if why == "dns":
            raise socket.gaierror(-2, "Name or service not known")

    def connect_ex(self, address):
        try:
            self.connect(address)
            return 0
        except OSError as error:
            return error.errno or 11

    def send(self, data, flags=0):
        if self._is_closed:
            raise OSError(9, "Bad file descriptor")
        if self._in is not None:  # the next request on a connection that stays open
            self._in, self._out = None, b""
        self._out += bytes(data)
        return len(data)

    def sendall(self, data, flags=0):
        self.send(data)

    def _answer(self):
        if self._in is not None:
            return self._in
        request = _whole_request(self._out)
        if request is None:  # nothing whole was sent: the server hangs up
            self._in = io.BytesIO(b"")
            return self._in
        method, target, headers, body = request
        host, port = self._peer
        default = 443 if self._scheme == "https" else 80
        place = host if port == default else f"{host}:{port}"
        asked = {
            "method": method,
            "url": target if "://" in target else f"{self._scheme}://{place}{target}",
            "headers": headers,
            "body": body.decode("utf-8", "replace"),
            "timeout": self._timeout,
        }
        answer = _exchange(asked)
        if answer["kind"] == "none":
            why = answer["why"]
            if why == "timeout":
                raise TimeoutError("timed out")
            if why == "reset":
                raise ConnectionResetError(104, "Connection reset by peer")
            raise ConnectionError(answer.get("detail") or why)
        self._in = io.BytesIO(_wire(method, answer))
        return self._in

    def recv(self, size, flags=0):
        return self._answer().read(size)

    def recv_into(self, buffer, size=0, flags=0):
        data = self.recv(size or len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def makefile(self, mode="r", buffering=None, **rest):
        outer = self

        class Raw(io.RawIOBase):
            def readable(self):
                return True

            def readinto(self, buffer):
                return outer.recv_into(buffer)

        return io.BufferedReader(Raw())

    # TLS, where the server speaks it
    def version(self):
        return "TLSv1.3"

    def getpeercert(self, binary_form=False):
        return b"" if binary_form else {"subjectAltName": (("DNS", self._peer[0]),)}

    def selected_alpn_protocol(self):
        return None

    def cipher(self):
        return ("TLS_AES_256_GCM_SHA384", "TLSv1.3", 256)

    # the rest of a socket
    def settimeout(self, timeout):
        self._timeout = timeout

    def gettimeout(self):
        return self._timeout

    def setblocking(self, is_blocking):
        self._timeout = None if is_blocking else 0.0

    def setsockopt(self, *rest):
        pass

    def getsockopt(self, *rest):
        return 0

    def bind(self, *rest):
        pass

    def shutdown(self, how):
        pass

    def close(self):
        self._is_closed = True

    def detach(self):
        return -1

    def fileno(self):
        return -1

    def getpeername(self):
        return ("127.0.0.1", self._peer[1])

    def getsockname(self):
        return ("127.0.0.1", 54321)

    def __enter__(self):
        return self

    def __exit__(self, *rest):
        self.close()


def _wire(method, answer):
    """The answer as bytes of HTTP/1.1, of known length."""
    status, body = answer["status"], answer["body"].encode()
    reason = answer["reason"] or http.client.responses.get(status, "")
    dropped = ("transfer-encoding", "content-encoding")
    headers = [(name, value) for name, value in answer["headers"] if name.lower() not in dropped]
    is_bodyless = method == "HEAD" or status in (204, 304)
    if not is_bodyless:
        headers = [
            (name, str(len(body)) if name.lower() == "content-length" else value)
            for name, value in headers
        ]
        if not any(name.lower() == "content-length" for name, _ in headers):
            headers.append(("content-length", str(len(body))))
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    head = f"HTTP/1.1 {status} {reason}\r\n{lines}\r\n"
    return head.encode("latin-1", "replace") + (b"" if is_bodyless else body)


def _getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(host, bytes):
        host = host.decode()
    number = int(port or 0)
    if _probe(f"http://{host}:{number}/") == "dns":
        raise socket.gaierror(-2, "Name or service not known")
    if host == "localhost":
        address = "127.0.0.1"
    elif host.replace(".", "").isdigit():
        address = host
    else:
        address = f"127.0.1.{1 + len(_names) % 250}"
    _names.setdefault(address, host)
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, number))]


def _wrap(self, sock, *rest, server_hostname=None, **more):
    host, port = sock._peer
    if _probe(f"https://{server_hostname or host}:{port}/") != "":
        sock.close()
        raise ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1016)")
    sock._scheme = "https"
    return sock


class Quiet:
    """`select.poll` of sockets on which nothing ever comes unasked: connections that stay open are idle."""

    def register(self, *rest):
        pass

    def unregister(self, *rest):
        pass

    def poll(self, *rest):
        return []


def install(exchange, probe):
    """Call before anything imports urllib3, requests or httpx."""
    global _exchange, _probe
    _exchange, _probe = exchange, probe
    if sys.platform == "emscripten":  # keep urllib3's own connections
        stub = types.ModuleType("urllib3.contrib.emscripten")
        stub.inject_into_urllib3 = lambda: None
        sys.modules["urllib3.contrib.emscripten"] = stub
        ssl.SSLContext.hostname_checks_common_name = False
        ssl.SSLContext.wrap_socket = _wrap
    select.poll = Quiet
    select.select = lambda *rest: ([], [], [])
    socket.socket = socket.SocketType = PretendSocket
    socket.getaddrinfo = _getaddrinfo
    socket.gethostbyname = lambda host: _getaddrinfo(host, 0)[0][4][0]


def over_sync(httpx):
    """Lets httpx.AsyncClient send through the pretend socket, which answers at once."""
    if getattr(httpx, "_is_over_sync", False):
        return
    httpx._is_over_sync = True

    class Body(httpx.AsyncByteStream):
        def __init__(self, data):
            self._data = data

        async def __aiter__(self):
            yield self._data

    class Transport(httpx.AsyncBaseTransport):
        def __init__(self, *rest, **more):
            self._sync = httpx.HTTPTransport(*rest, **more)

        async def handle_async_request(self, request):
            content = await request.aread()
            plain = httpx.Request(
                request.method,
                request.url,
                headers=request.headers,
                content=content,
                extensions=request.extensions,
            )
            answer = self._sync.handle_request(plain)
            return httpx.Response(
                answer.status_code,
                headers=answer.headers,
                stream=Body(answer.read()),
                extensions=answer.extensions,
            )

        async def aclose(self):
            self._sync.close()

    httpx.AsyncHTTPTransport = Transport
    sys.modules["httpx._client"].AsyncHTTPTransport = Transport
