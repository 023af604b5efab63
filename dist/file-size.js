// src/mastodon/media/file-size.ts
const UNITS = [
	"bytes",
	"kB",
	"MB",
	"GB"
];
function formatSize(bytes, other = bytes) {
	const short = rounded(bytes);
	return bytes !== other && short === rounded(other) ? `${bytes} bytes` : short;
}
function rounded(bytes) {
	let value = bytes;
	let unit = 0;
	while (value >= 1024 && unit < UNITS.length - 1) {
		value /= 1024;
		unit += 1;
	}
	return `${Math.round(value * 10) / 10} ${UNITS[unit]}`;
}
Object.defineProperty(exports, "formatSize", {
	enumerable: true,
	get: function() {
		return formatSize;
	}
});
