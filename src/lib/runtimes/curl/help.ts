import { CURL_VERSION } from './write-out.ts';

export const CURL_VERSION_LINES = `curl 7.88.1 (x86_64-pc-linux-gnu) ${CURL_VERSION}
Release-Date: 2023-02-20, security patched: 7.88.1-10+deb12u14
Protocols: http https
`;

/** Ours, and short: the real one is long. */
export const CURL_HELP = `Usage: curl [options...] <url>
 -d, --data <data>          send this as the body (POST)
 -f, --fail                 exit with 22 on an HTTP error, without its body
     --fail-with-body       the same, with its body
 -G, --get                  put the data into the address
 -H, --header <header/@file>  send this header
 -I, --head                 ask for the headers only
 -i, --include              show the headers of the answer
     --json <data>          send JSON and ask for JSON
 -L, --location             follow redirects
 -m, --max-time <seconds>   give up after so long
 -o, --output <file>        write the answer to a file
 -O, --remote-name          write it to a file named like the address
 -X, --request <method>     use this method
     --retry <num>          try again after passing errors
 -s, --silent               no progress, no complaints
 -S, --show-error           complaints even with -s
 -T, --upload-file <file>   send a file (PUT)
 -u, --user <user:password> Basic authentication
 -v, --verbose              show what is sent and received
 -w, --write-out <format>   print facts about the transfer
`;
