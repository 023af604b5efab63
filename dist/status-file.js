const require_workspace_file = require("./workspace-file.js");
// src/action/status-file.ts
function readStatusFile(path, folders) {
	return readFilled("status-file", path, folders);
}
function readTemplateFile(path, folders) {
	const source = readFilled("template-file", path, folders);
	if (!source.includes("${{")) return source;
	throw new Error(`\`template-file\`: ${path} contains \`\${{\`, which only workflow files understand. Write \`{{ event.… }}\`, or pass the value through \`data\`.`);
}
function readFilled(input, path, folders) {
	const source = require_workspace_file.readWorkspaceFile(input, path, folders);
	if (source.trim() === "") throw new Error(`\`${input}\`: ${path} is empty. Is it written before this step?`);
	return source;
}
exports.readStatusFile = readStatusFile;
exports.readTemplateFile = readTemplateFile;
