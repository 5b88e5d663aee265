/** What an option of curl does to a request, as far as an import cares. */
export type FlagKind =
	/** Read by `curl/options.ts`. */
	| 'request'
	/** Says what is printed, or what every browser does anyway. */
	| 'quiet'
	/** Says nothing of the request itself, but is lost: time limits, retries, files for the answer. */
	| 'aside'
	| 'insecure'
	/** Would change what is sent or where it goes, and cannot be carried: named in a warning of this id. */
	| 'file'
	| 'proxy'
	| 'certificate'
	| 'cookie-jar'
	| 'connection'
	| 'login';

export interface Flag {
	name: string;
	takesValue: boolean;
	kind: FlagKind;
}

/**
 * The option that a word such as `--header` names; a unique beginning of a name is enough, and `--no-` turns one off.
 * @source curl's manual page, 8.x
 */
export function longFlag(name: string): Flag | undefined {
	const exact = LONG.get(name);
	if (exact) return exact;
	if (/^expand-./.test(name)) return { name, takesValue: true, kind: 'connection' };
	const off = /^no-(.+)$/.exec(name)?.[1];
	if (off !== undefined && LONG.get(off)?.takesValue === false)
		return { name, takesValue: false, kind: 'aside' };
	const beginnings = [...LONG.keys()].filter((one) => one.startsWith(name));
	return beginnings.length === 1 ? LONG.get(beginnings[0] as string) : undefined;
}

/** The option of one letter. */
export function shortFlag(letter: string): Flag | undefined {
	const name = SHORT[letter];
	return name === undefined ? undefined : LONG.get(name);
}

const VALUES: Record<FlagKind, string> = {
	request:
		'request header data data-ascii data-binary data-raw data-urlencode json form form-string user oauth2-bearer ' +
		'user-agent referer cookie url url-query upload-file config request-target range',
	aside:
		'output output-dir max-time connect-timeout retry retry-delay retry-max-time write-out dump-header stderr ' +
		'trace trace-ascii trace-config limit-rate max-filesize max-redirs parallel-max parallel-max-host rate ' +
		'speed-limit speed-time libcurl keepalive-time keepalive-cnt happy-eyeballs-timeout-ms expect100-timeout ' +
		'create-file-mode etag-save proto proto-redir delegation ip-tos vlan-priority',
	quiet: 'help',
	insecure: '',
	file: 'etag-compare netrc-file time-cond continue-at variable',
	proxy:
		'proxy proxy-user preproxy noproxy proxy-header proxy1.0 proxy-cacert proxy-capath proxy-cert ' +
		'proxy-cert-type proxy-ciphers proxy-crlfile proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey ' +
		'proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser socks4 socks4a ' +
		'socks5 socks5-gssapi-service socks5-hostname haproxy-clientip',
	certificate:
		'cert cert-type cacert capath key key-type pass ciphers curves crlfile engine pinnedpubkey tls-max ' +
		'tls13-ciphers tlsauthtype tlspassword tlsuser pubkey random-file egd-file hostpubmd5 hostpubsha256 ' +
		'ech sigalgs dns-servers',
	'cookie-jar': 'cookie-jar hsts alt-svc',
	connection:
		'resolve connect-to unix-socket abstract-unix-socket interface local-port doh-url dns-interface ' +
		'dns-ipv4-addr dns-ipv6-addr proto-default ftp-account ftp-alternative-to-user ftp-method ftp-port ' +
		'ftp-ssl-ccc-mode krb mail-auth mail-from mail-rcpt quote telnet-option tftp-blksize upload-flags',
	login: 'aws-sigv4 login-options sasl-authzid service-name'
};

const SWITCHES: Record<FlagKind, string> = {
	request: 'get head next globoff path-as-is basic disable',
	quiet:
		'silent show-error verbose include fail fail-with-body fail-early location compressed no-buffer ' +
		'no-progress-meter progress-bar progress-meter buffer styled-output manual version',
	insecure: 'insecure',
	aside:
		'location-trusted http1.0 http1.1 http2 http2-prior-knowledge http3 http3-only http0.9 keepalive ' +
		'no-keepalive remote-name remote-name-all remote-header-name remote-time ipv4 ipv6 tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 sslv2 sslv3 ssl ssl-reqd ssl-no-revoke ' +
		'ssl-revoke-best-effort parallel parallel-immediate create-dirs raw tr-encoding tcp-nodelay ' +
		'tcp-fastopen retry-all-errors retry-connrefused skip-existing post301 post302 post303 no-clobber clobber ' +
		'remove-on-error xattr sessionid no-sessionid no-alpn alpn no-npn npn suppress-connect-headers trace-time ' +
		'trace-ids ignore-content-length disallow-username-in-url junk-session-cookies follow mptcp ' +
		'out-null',
	file: 'netrc netrc-optional use-ascii append crlf list-only',
	proxy:
		'proxytunnel proxy-anyauth proxy-basic proxy-digest proxy-insecure proxy-negotiate proxy-ntlm ' +
		'proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 proxy-http2 proxy-http3 proxy-ca-native ' +
		'haproxy-protocol socks5-basic socks5-gssapi socks5-gssapi-nec',
	certificate:
		'cert-status ssl-allow-beast ssl-auto-client-cert false-start ca-native doh-cert-status doh-insecure ' +
		'tls-earlydata ssl-sessions',
	'cookie-jar': '',
	connection:
		'ftp-create-dirs ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control disable-eprt disable-epsv ' +
		'compressed-ssh mail-rcpt-allowfails metalink tftp-no-options sasl-ir form-escape',
	login: 'anyauth digest negotiate ntlm ntlm-wb'
};

const SHORT: Record<string, string> = {
	'#': 'progress-bar',
	0: 'http1.0',
	1: 'tlsv1',
	2: 'sslv2',
	3: 'sslv3',
	4: 'ipv4',
	6: 'ipv6',
	':': 'next',
	a: 'append',
	A: 'user-agent',
	b: 'cookie',
	B: 'use-ascii',
	c: 'cookie-jar',
	C: 'continue-at',
	d: 'data',
	D: 'dump-header',
	e: 'referer',
	E: 'cert',
	f: 'fail',
	F: 'form',
	g: 'globoff',
	G: 'get',
	h: 'help',
	H: 'header',
	i: 'include',
	I: 'head',
	j: 'junk-session-cookies',
	J: 'remote-header-name',
	k: 'insecure',
	K: 'config',
	l: 'list-only',
	L: 'location',
	m: 'max-time',
	M: 'manual',
	n: 'netrc',
	N: 'no-buffer',
	o: 'output',
	O: 'remote-name',
	p: 'proxytunnel',
	P: 'ftp-port',
	q: 'disable',
	Q: 'quote',
	r: 'range',
	R: 'remote-time',
	s: 'silent',
	S: 'show-error',
	t: 'telnet-option',
	T: 'upload-file',
	u: 'user',
	U: 'proxy-user',
	v: 'verbose',
	V: 'version',
	w: 'write-out',
	x: 'proxy',
	X: 'request',
	y: 'speed-time',
	Y: 'speed-limit',
	z: 'time-cond',
	Z: 'parallel'
};

const LONG = new Map<string, Flag>(
	[VALUES, SWITCHES].flatMap((table) =>
		Object.entries(table).flatMap(([kind, names]) =>
			names
				.split(' ')
				.filter((name) => name !== '')
				.map((name): [string, Flag] => [
					name,
					{ name, takesValue: table === VALUES, kind: kind as FlagKind }
				])
		)
	)
);

/** Long names of all options, for whoever offers them. */
export const FLAG_NAMES: readonly string[] = [...LONG.keys()];
