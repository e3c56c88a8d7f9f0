// Takes the connection that drive_smpp makes to its bearerbox, without which it gives up; says
// nothing. Prints "listening".
const server = require('node:net').createServer((socket) => socket.on('error', () => {}).resume());
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening'));
