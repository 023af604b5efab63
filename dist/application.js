const require_action = require("./action.js");
// src/mastodon/application.ts
async function tokenApplication(client) {
	try {
		return require_action.asObject((await client.call("GET", "/api/v1/apps/verify_credentials")).json);
	} catch (error) {
		if (error instanceof require_action.MastodonError) return null;
		throw error;
	}
}
Object.defineProperty(exports, "tokenApplication", {
	enumerable: true,
	get: function() {
		return tokenApplication;
	}
});
