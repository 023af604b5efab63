// src/node-version.ts
const OLDEST = 20;
function tooOldNode(needs, has, cure) {
	const version = process.versions.node;
	if (Number(version.split(".")[0]) >= OLDEST) return "";
	return `${needs} Node ${OLDEST} or newer; ${has} ${version}. ${cure}`;
}
Object.defineProperty(exports, "tooOldNode", {
	enumerable: true,
	get: function() {
		return tooOldNode;
	}
});
