#!/usr/bin/env bash
# Brings a built site to a bucket. Only what differs is sent, in an order that leaves no link without a page:
# what is new, then what changed (the deepest pages first, those at the top last), then the files that name others
# (site map, feeds, calendars, checksums), and only at the end it removes what is gone. Stopped halfway, it is run again.
#
#     docs/publish-to-bucket.sh public remote:bucket/path
#
# The second argument is a remote of rclone. It must hold this site and nothing else: what is not in the folder is removed.
# PAGE_SECONDS (60) is how long browsers and caches may keep a page; before anything is removed, that time is waited.
set -euo pipefail
export LC_ALL=C

if [ $# -ne 2 ]; then
  printf 'usage: %s FOLDER REMOTE\n' "$0" >&2
  exit 2
fi
folder="$1"
remote="$2"
page_seconds="${PAGE_SECONDS:-60}"
# The list is written with the last step of a build. Without it this is no finished site.
if [ ! -f "$folder/.taizhang.json" ] || [ ! -f "$folder/index.html" ]; then
  printf '%s is not a site that was built\n' "$folder" >&2
  exit 2
fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Lists the files of a place as "digest path". What a build keeps for the next one stays where it is.
digests() {
  rclone lsf --recursive --files-only --fast-list --hash MD5 --format hp --separator ' ' --exclude '/.taizhang**' "$1" | sort
}

type_of() {
  case "$1" in
    html) echo 'text/html; charset=utf-8' ;;
    css) echo 'text/css; charset=utf-8' ;;
    js) echo 'text/javascript; charset=utf-8' ;;
    json | jsonld) echo 'application/json' ;;
    csv) echo 'text/csv; charset=utf-8' ;;
    svg) echo 'image/svg+xml' ;;
    xml) echo 'application/xml' ;;
    ics) echo 'text/calendar; charset=utf-8' ;;
    txt | SHA256SUMS) echo 'text/plain; charset=utf-8' ;;
    png) echo 'image/png' ;;
    jpg | jpeg) echo 'image/jpeg' ;;
    webp) echo 'image/webp' ;;
    pdf) echo 'application/pdf' ;;
    woff2) echo 'font/woff2' ;;
    wasm) echo 'application/wasm' ;;
    xlsx) echo 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' ;;
    *) echo 'application/octet-stream' ;;
  esac
}

# Sends the files named on standard input, kind by kind, and waits until all are there.
send() {
  local cache="$1" ending
  cat >"$work/batch"
  for ending in $(sed 's/.*[./]//' "$work/batch" | sort -u); do
    grep -E "(^|[./])$ending\$" "$work/batch" >"$work/kind"
    rclone copy --files-from-raw "$work/kind" --no-check-dest --transfers 16 \
      --header-upload "Content-Type: $(type_of "$ending")" --header-upload "Cache-Control: $cache" "$folder" "$remote"
  done
}

# Stylesheet and script have a digest of their content in their names, so they are kept for ever. Everything else may change.
digest_in_name='^assets/[^/]+\.[0-9a-f]{10}\.(css|js)$'
for_ever='public, max-age=31536000, immutable'
for_short="public, max-age=$page_seconds"
names_others='(^|/)(sitemap\.xml|feed\.xml|calendar\.ics|SHA256SUMS)$'

# Sends what is no page from a list.
send_files() {
  { grep -E "$digest_in_name" "$1" || true; } | send "$for_ever"
  { grep -vE "$digest_in_name|\.html\$" "$1" || true; } | send "$for_short"
}

# Sends the pages of a list, the deepest first.
send_pages() {
  local depth
  { grep '\.html$' "$1" || true; } >"$work/pages"
  for depth in $(awk -F/ '{ print NF }' "$work/pages" | sort -rnu); do
    awk -F/ -v depth="$depth" 'NF == depth' "$work/pages" | send "$for_short"
  done
}

digests "$folder" >"$work/ours"
digests "$remote" >"$work/theirs"
cut -d' ' -f2- "$work/ours" | sort >"$work/wanted"
cut -d' ' -f2- "$work/theirs" | sort >"$work/there"
comm -23 "$work/ours" "$work/theirs" | cut -d' ' -f2- | sort >"$work/differing"
comm -23 "$work/differing" "$work/there" >"$work/new"
comm -12 "$work/differing" "$work/there" >"$work/changed"
comm -13 "$work/wanted" "$work/there" >"$work/gone"

# Nobody links to what is new yet.
send_files "$work/new"
send_pages "$work/new"

# Now every page that a changed one links to is there.
{ grep -vE "$names_others" "$work/changed" || true; } >"$work/most"
send_files "$work/most"
send_pages "$work/most"
{ grep -E "$names_others" "$work/changed" || true; } | send "$for_short"

if [ -s "$work/gone" ]; then
  # Until then a cache may still give out a page that links to what goes now.
  sleep "$page_seconds"
  rclone delete --files-from-raw "$work/gone" --no-traverse "$remote"
fi

digests "$remote" >"$work/now"
if ! cmp -s "$work/ours" "$work/now"; then
  printf '%s does not hold what %s holds; run this again\n' "$remote" "$folder" >&2
  exit 1
fi
printf '%s: %d files, %d new, %d changed, %d removed\n' "$remote" "$(wc -l <"$work/ours")" "$(wc -l <"$work/new")" "$(wc -l <"$work/changed")" "$(wc -l <"$work/gone")"
