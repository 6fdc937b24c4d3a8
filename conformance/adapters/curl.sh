#!/bin/sh
# title: curl
# A shell with curl, sed and nothing else: the text is what stands in the text deltas, the error is what
# curl says. JSON strings stay as the service escaped them, since they go back into JSON.

# Bytes are enough, and a line of megabytes is then no trouble for sed.
export LC_ALL=C
call=$CONFORMANCE_CALL
url=$CONFORMANCE_URL/v1beta/interactions

# The value of a member that is a string or an object without a closing brace before its own end.
string() { printf '%s' "$call" | sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

case $(string method) in
  create)
    case $call in *stopAfter*|*'"results"'*|*'"continue"'*) echo '{"unsupported":true}'; exit ;; esac
    body=$(printf '%s' "$call" | sed 's/^{"method":"create","body"://; s/,"idleTimeoutMs":[0-9]*}$/}/; s/}$//')
    set -- -N -H 'content-type: application/json' --data-raw "$body" "$url" ;;
  get)
    last=$(string last_event_id)
    set -- -N "$url/$(string id)${last:+?stream=true&last_event_id=$last}" ;;
  *) echo '{"unsupported":true}'; exit ;;
esac

answer=$(curl -sS --fail-with-body --max-time 20 "$@" 2>"${TMPDIR:-/tmp}/curl.$$"; echo "code $?")
code=${answer##*code }
words=$(tr -d '"\\\n' <"${TMPDIR:-/tmp}/curl.$$"; rm -f "${TMPDIR:-/tmp}/curl.$$")
body=$(printf '%s' "$answer" | tr '\r' '\n' | grep -e '"text"' -e '"status"' -e '"message"')
text=$(printf '%s' "$body" | sed -n 's/.*"text": *"\(\([^"\\]\|\\.\)*\)".*/\1/p' | tr -d '\n')
status=$(printf '%s' "$body" | sed -n 's/.*"status": *"\([a-z_]*\)".*/\1/p' | tail -n 1)
[ "$code" = 0 ] && error=null || error="\"$words $(printf '%s' "$body" | tr -d '"\\\n' | head -c 300)\""
printf '{"text":"%s","status":%s,"error":%s}\n' "$text" "${status:+\"}${status:-null}${status:+\"}" "$error"
