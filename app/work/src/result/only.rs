//! Reading past what does not count.

use std::io::{self, Read};

/// Of what is read, the bytes that are wanted.
pub(super) struct Only<R, W>(pub R, pub W);

impl<R: Read, W: Fn(u8) -> bool> Read for Only<R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.0.read(buffer)?;
            let mut kept = 0;
            for at in 0..read {
                let byte = buffer[at];
                if self.1(byte) {
                    buffer[kept] = byte;
                    kept += 1;
                }
            }
            // Nothing read would say that this is the end.
            if kept > 0 || read == 0 {
                return Ok(kept);
            }
        }
    }
}
