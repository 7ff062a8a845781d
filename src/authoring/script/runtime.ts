/** Functions that a script of a page calls. They keep to names that begin with `tejun_` or `TEJUN_`. */
export const RUNTIME = String.raw`TEJUN_OUT=$(mktemp) TEJUN_ERR=$(mktemp) || exit 1

tejun_step() { TEJUN_PLACE=$1; printf '\n== %s (%s)\n' "$2" "$1"; }
tejun_show() { cat "$TEJUN_OUT"; cat "$TEJUN_ERR" >&2; }
tejun_skip() { printf 'not run: %s\n' "$1"; }
tejun_fail() { printf 'FAILED %s: %s\n' "$TEJUN_PLACE" "$1" >&2; exit 1; }
tejun_exits() { [ "$TEJUN_EXIT" -eq "$1" ] || tejun_fail "exit code $TEJUN_EXIT instead of $1"; }
tejun_silent() { [ ! -s "$TEJUN_OUT" ] && [ ! -s "$TEJUN_ERR" ] || tejun_fail 'it must print nothing'; }
tejun_shows() { grep -qF "$1" "$TEJUN_OUT" "$TEJUN_ERR" || tejun_fail "the output must contain: $1"; }
tejun_fails_with() {
  [ "$TEJUN_EXIT" -ge 254 ] || tejun_fail "exit code $TEJUN_EXIT instead of 254 or 255"
  grep -qF "$1" "$TEJUN_ERR" "$TEJUN_OUT" || tejun_fail "it must fail with: $1"
}
# One of several results: an exit code, or the AWS error that is shown.
tejun_meets() {
  for TEJUN_SIGN; do
    case $TEJUN_SIGN in
      *[!0-9]*) grep -qF "$TEJUN_SIGN" "$TEJUN_ERR" "$TEJUN_OUT" && return ;;
      *) [ "$TEJUN_EXIT" -eq "$TEJUN_SIGN" ] && return ;;
    esac
  done
  tejun_fail "exit code $TEJUN_EXIT, with none of the results that the page shows"
}
# Each line  # NAME:"expected"  is followed by  NAME="actual".
tejun_equal() {
  awk '
    match($0, /^[ \t]*#[ \t]*([0-9.]+[ \t]+)?[A-Za-z_][A-Za-z0-9_]*:"/) {
      wanted = $0; sub(/^[ \t]*#[ \t]*([0-9.]+[ \t]+)?/, "", wanted); sub(/:"/, "=\"", wanted); sub(/[ \t]+$/, "", wanted); next
    }
    wanted != "" && NF { line = $0; sub(/^[ \t]+/, "", line); sub(/[ \t]+$/, "", line); if (line != wanted) { bad = 1; print wanted " expected" }; wanted = "" }
    END { exit bad }
  ' "$TEJUN_OUT" >&2 || tejun_fail 'a variable has another value'
}
# Set TEJUN_NO_WAIT=1 to skip waiting.
tejun_wait() {
  [ -n "$TEJUN_NO_WAIT" ] && { printf 'not waited: %s s\n' "$1"; return; }
  printf 'waiting %s s\n' "$1"; sleep "$1"
}`;
