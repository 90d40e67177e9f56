# The headers' values, then the path's and the query's in
# the order of their names, and the body: those that there
# are, with dots between them.
request_id=$(openssl rand -hex 16)
request_time=$(date +%s)000
signed=$ASIABILL_GATEWAY_NO$request_id$request_time
for part in "${path_values:-}" "${query_values:-}" "$body"; do
  signed+=${part:+.$part}
done
signature=$(printf %s "$signed" |
  openssl dgst -sha256 -hmac "$ASIABILL_SIGN_KEY" -r |
  cut -d ' ' -f 1)
headers=(
  -H "request-id: $request_id"
  -H "request-time: $request_time"
  -H "sign-info: $signature"
)
