#!/bin/bash -p
# The `aws` of a recorded run: runs the real one and keeps a copy of what it was given, what it printed and which files
# it wrote. Streams, signals and exit code are those of the real one. Only builtins, two `tee` and, where an argument
# names a file, `find`: next to the start of the CLI it costs nothing.
aws=@AWS@
journal=@JOURNAL@
call=$journal/${EPOCHREALTIME//[!0-9]/}-$$

if [[ -t 1 || -t 2 ]]; then
  : >"$call.terminal"
  exec "$aws" "$@"
fi

# Files that the call may write: those its arguments name, and those of `aws configure`.
candidates=()
for word in "$@"; do
  word=${word#--*=}
  case $word in
    '' | -* | file:* | fileb:* | s3:* | *$'\n'*) ;;
    "$HOME"/* | /tmp/*) candidates+=("$word") ;;
    /*) ;;
    *) candidates+=("./$word") ;;
  esac
done
[[ ${1-} == configure ]] &&
  candidates+=("${AWS_CONFIG_FILE:-$HOME/.aws/config}" "${AWS_SHARED_CREDENTIALS_FILE:-$HOME/.aws/credentials}")
existing() {
  found=()
  for word in "${candidates[@]}"; do [[ -e $word ]] && found+=("$word"); done
  ((${#found[@]}))
}
existing && find "${found[@]}" -xdev -type f -print0 >"$call.before"

printf '%s\0' "$PWD" "${AWS_REGION-${AWS_DEFAULT_REGION-}}" "$#" "$@" >"$call.arguments"

forward() { signal=$1 && [[ $pid ]] && kill -s "$1" "$pid" 2>/dev/null; }
pid= signal=
for name in HUP TERM USR1 USR2 ALRM; do trap "forward $name" "$name"; done
trap : INT QUIT # whoever interrupts interrupts the real one, too

# A signal to the whole group ends the real one: its last words must still get through.
exec {out}> >(trap '' HUP INT QUIT TERM USR1 USR2 ALRM && exec tee -- "$call.stdout")
tees=$!
if [[ /dev/fd/1 -ef /dev/fd/2 ]]; then
  exec {err}>&"$out" # `2>&1`: one stream, whose order two would lose
else
  exec {err}> >(trap '' HUP INT QUIT TERM USR1 USR2 ALRM && exec tee -- "$call.stderr" >&2 {out}>&-)
  tees+=" $!"
fi
exec 2>/dev/null # what this shell has to say of its jobs is not the CLI's
(
  trap - INT QUIT HUP TERM USR1 USR2 ALRM
  exec "$aws" "$@"
) <&0 >&"$out" 2>&"$err" {out}>&- {err}>&- &
pid=$!
[[ $signal ]] && kill -s "$signal" "$pid"
exec {out}>&- {err}>&-
while signal=; wait "$pid"; code=$?; [[ $signal ]]; do :; done
# Whoever reads the streams must have all of it before the call is over.
while signal=; wait $tees; [[ $signal ]]; do :; done

count=0
if existing; then
  while IFS= read -r -d '' file; do
    count=$((count + 1))
    cp -- "$file" "$call.file$count" &&
      printf '%s\0' "$file" "$(stat -c %a -- "$file" 2>/dev/null || stat -f %Lp -- "$file")" >>"$call.files"
  done < <(find "${found[@]}" -xdev -type f -newercm "$call.arguments" -print0)
fi
if [[ -f $call.before ]]; then
  while IFS= read -r -d '' file; do [[ -e $file ]] || printf '%s\0' "$file" >>"$call.removed"; done <"$call.before"
fi
printf '%s\n' "$code" >"$call.exit" # the last: a call without it is not over

# 130 is what the CLI itself exits with when interrupted; else it is a signal that ended it.
if ((code > 128 && code < 160 && code != 130)); then
  trap - HUP TERM USR1 USR2 ALRM
  kill -s $((code - 128)) $$
fi
exit "$code"
