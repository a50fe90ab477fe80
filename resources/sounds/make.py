#!/usr/bin/env python3
"""Writes the two sounds of scan-to-pack beside this file. They must be told apart without looking and without
knowing them: accepted is one short high tone, refused two long low ones."""
import math
import pathlib
import wave

RATE = 22_050
FADE = 0.008  # seconds; a tone that starts at full height clicks


def tone(hertz, seconds):
    count = round(RATE * seconds)
    for i in range(count):
        at = i / RATE
        height = min(1, at / FADE, (seconds - at) / FADE)
        # The third harmonic makes it heard over a noisy hall.
        wave_at = math.sin(2 * math.pi * hertz * at) + math.sin(6 * math.pi * hertz * at) / 3
        yield 128 + round(90 * height * wave_at)


def write(name, *parts):
    with wave.open(str(pathlib.Path(__file__).with_name(name)), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(1)
        out.setframerate(RATE)
        out.writeframes(bytes(sample for hertz, seconds in parts for sample in tone(hertz, seconds)))


write("accepted.wav", (1320, 0.09))
write("refused.wav", (220, 0.16), (165, 0.24))
