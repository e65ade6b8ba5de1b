"""The least that any generator could take: one thread that writes finished files.

    floor.py SOURCE FOLDER

In comes a built site; it is read into memory, and then every file is written into FOLDER, which must not exist.
Out come two numbers: the seconds the writing took, and the processor's seconds.
"""

import os
import sys
import time

sys.dont_write_bytecode = True


def main():
    source, folder = sys.argv[1:]
    folders, files = [], []
    for path, _, names in os.walk(source):
        target = os.path.normpath(os.path.join(folder, os.path.relpath(path, source)))
        folders.append(target)
        for name in names:
            with open(os.path.join(path, name), "rb") as file:
                files.append((os.path.join(target, name), file.read()))
    if not files:
        sys.exit(f"{source} is empty")
    wall, cpu = time.perf_counter(), time.process_time()
    for path in folders:
        os.mkdir(path)
    for path, content in files:
        with open(path, "xb", buffering=0) as file:
            file.write(content)
    print(time.perf_counter() - wall, time.process_time() - cpu)


if __name__ == "__main__":
    main()
