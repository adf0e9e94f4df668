# Completion of lossdebrief for bash: it asks the program what may come next.
_lossdebrief() {
  local word last=-1 words=() out wishes line begun
  for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
    # Readline breaks a line at = and : as well, which belong to their words here.
    if [[ $last -ge 0 && ($word == [=:]* || ${words[last]} == *[=:]) ]]; then
      words[last]+=$word
    else
      words[++last]=$word
    fi
  done
  out=$(lossdebrief complete -- "${words[@]}" 2> /dev/null) || return
  wishes=${out##*:}
  begun=${words[last]%"${words[last]##*[=:]}"}
  COMPREPLY=()
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    # What stands before the last = or : is there already.
    [[ -n $line ]] && COMPREPLY+=("$(printf '%q' "${line#"$begun"}")")
  done <<< "${out%:*}"
  # Bash before 4 has no compopt.
  type compopt > /dev/null 2>&1 || return 0
  ((wishes & 2)) && compopt -o nospace
  ((wishes & 4)) || compopt -o default
  ((wishes & 32)) && compopt -o nosort
  return 0
}
complete -F _lossdebrief lossdebrief
