"""Reads and deletes statuses with Mastodon.py, which knows nothing of this project: a JSON request a line, and a JSON answer.

A request is [method of Mastodon.py, its arguments, "GET /the/same/path"]. Where Mastodon.py refuses a server, the path is asked
with plain requests.
"""

import json
import sys

import requests
from mastodon import Mastodon

origin, token = sys.argv[1], sys.stdin.readline().strip()
api = Mastodon(access_token=token, api_base_url=origin, version_check_mode="none", ratelimit_method="throw")


def plainly(request):
    method, path = request.split(" ")
    answer = requests.request(method, origin + path, headers={"Authorization": f"Bearer {token}"}, timeout=60)
    answer.raise_for_status()
    return answer.json()


def answer_to(name, arguments, request):
    try:
        return {"answer": getattr(api, name)(*arguments), "by": "Mastodon.py"}
    except Exception as refusal:
        try:
            return {"answer": plainly(request), "by": f"requests, since Mastodon.py said: {refusal}"}
        except requests.RequestException as error:
            return {"error": str(error)}


for line in sys.stdin:
    print(json.dumps(answer_to(*json.loads(line)), default=lambda value: value.isoformat()), flush=True)
