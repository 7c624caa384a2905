#!/usr/bin/env bash
# Makes the folder of pictures that the benchmark "faces" reads, from freely licensed pictures that
# packages of Debian 12 ship (640 MB are downloaded, nothing is installed):
#   src/bench/faces.sh FOLDER
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
mkdir -p "$folder"/{packages,marked,painted,none}

cd "$folder/packages"
apt-get download gramps kphotoalbum python-matplotlib-data python3-skimage \
  wordpress-theme-twentytwentyone wesnoth-1.16-data cimg-doc dde-account-faces gnome-backgrounds \
  mate-backgrounds opencv-doc palapeli-data plasma-workspace-data python3-sklearn \
  tuxpaint-stamps-default
for package in *.deb; do
  dpkg -x "$package" "${package%%_*}"
done

# Copies the pictures that it reads names of; the first letters keep equal names apart.
gather() {
  local file
  while IFS= read -r file; do
    cp "$file" "$folder/$1/$(md5sum <<< "${file#./}" | cut -c1-4)_$(basename "${file// /_}")"
  done
}
pictures() {
  find "$@" -type f \( -name '*.jpg' -o -name '*.png' -o -name '*.webp' \) -size +10k
}

demo=kphotoalbum/usr/share/kphotoalbum/demo
family=gramps/usr/share/doc/gramps/example/gramps
scikit=python3-skimage/usr/lib/python3/dist-packages/skimage/data
theme=wordpress-theme-twentytwentyone/usr/share/wordpress/wp-content/themes/twentytwentyone
cp "$family"/*.jpg "$family"/AntoineClaudet.png "$demo"/*.jpg "$scikit"/astronaut.png \
  python-matplotlib-data/usr/share/matplotlib/mpl-data/sample_data/grace_hopper.jpg \
  "$theme"/assets/images/{self-portrait-1885,young-woman-in-mauve}.jpg "$folder/marked"
pictures wesnoth-1.16-data/usr/share/games/wesnoth/1.16/data/core/images/portraits/{humans,elves,dwarves} |
  gather painted

# Some of these packages have pictures of people too; those are left out by name.
pictures gnome-backgrounds mate-backgrounds palapeli-data dde-account-faces \
  plasma-workspace-data/usr/share/plasma/avatars/photos python3-sklearn \
  tuxpaint-stamps-default/usr/share/tuxpaint/stamps/{animals,food,plants,household,vehicles} \
  tuxpaint-stamps-default/usr/share/tuxpaint/stamps/{naturalforces,space,hobbies,sports,clothes} \
  "$scikit" cimg-doc opencv-doc/usr/share/doc/opencv-doc/examples "$theme" |
  grep -Ev 'astronaut.png|Astronaut.png|camera.png|logoCImg|ss_optflow|tutorial.jpg|egamind|messi|basketball|/(left|right)[0-9]|portrait|mauve|[Rr]eading|playing|bois' |
  gather none
for name in blackie donna donna_2 grand_canyon_3 skagen skagen_2 snow spiff spiff_2 sunset; do
  echo "$demo/$name.jpg"
done | gather none
