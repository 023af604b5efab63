/** What RFC 6749, sections 4.1.2.1 and 5.2, says of its error codes; servers say it in these words or close to them. */
export const meaning = {
  access_denied: "The resource owner or authorization server denied the request.",
  invalid_client:
    "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.",
  invalid_grant:
    "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.",
  invalid_request: "The request is missing a required parameter or is otherwise malformed.",
  invalid_scope: "The requested scope is invalid, unknown, or malformed.",
  unsupported_grant_type: "The authorization grant type is not supported by the authorization server.",
  unsupported_response_type: "The authorization server does not support this response type.",
};
